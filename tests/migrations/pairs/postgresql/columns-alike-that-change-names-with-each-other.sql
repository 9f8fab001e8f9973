-- before
CREATE TABLE w (a text, b text);
-- after
CREATE TABLE w (
    b text, -- @renamed from=a
    a text -- @renamed from=b
);
-- refused
column "a" and "b" of w change names with each other, and it cannot be told whether they have already
