INSERT INTO t VALUES (1, 0, NULL, NULL, '', '2024-02-29', NULL, 0, 0, 'x', '', '{}', TRUE, NULL);
INSERT INTO t VALUES (2, 3, 0, 'abc', 'x1', '0000-00-00', '2024-01-31 10:00:00', -1.5, 12.30, 'y', 'p,q', '{"a": null, "l": [1]}', FALSE, FALSE);
INSERT INTO t VALUES (3, -7, 9, '12', '2024-13-40', '2024-12-31', '2000-01-01 00:00:00', 1e300, 99.99, 'x', 'q', '[1, 2]', TRUE, TRUE);
INSERT INTO u VALUES (1, 1, NULL, 'one');
INSERT INTO u VALUES (2, 2, 5, 'two');
INSERT INTO u VALUES (3, 9, 0, 'three');
