INSERT INTO t (id, a, b, s, f, j, ints, d, m, p) VALUES
    (1, 1, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL),
    (2, 1, 2, 'x', true, '{"k": null, "v": 5}', '{1,NULL}', 2, 'sad', (1, NULL)),
    (3, 3, 1, '', false, 'null', '{}', 3, 'happy', (NULL, NULL)),
    (4, 7, 4, 'xy', true, '{}', '{4}', 4, NULL, (4, 4)),
    (9, 2, NULL, 'q', NULL, '[1]', '{9,2}', 9, NULL, NULL);
INSERT INTO u (t_id, c, n, at) VALUES
    (1, NULL, 'x', '2020-01-01'), (2, 'x', 'y', 'infinity'), (9, 'x', 'x', '2021-02-03'),
    (77, NULL, 'z', '2022-01-01'), (1, 'q', 'xx', '-infinity');
INSERT INTO w (id, u_id, k, row_of_t) VALUES
    (1, 1, 1, NULL), (2, NULL, 2, ROW(NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL)), (50, 3, 9, NULL);
