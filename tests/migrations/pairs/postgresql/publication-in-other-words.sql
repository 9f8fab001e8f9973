-- before
CREATE TABLE a (id int PRIMARY KEY, s text);
CREATE PUBLICATION p FOR TABLE a;
-- after
CREATE TABLE a (id int PRIMARY KEY, s text);
create publication "p" for table only public.a with (publish = 'insert, update, delete, truncate');
