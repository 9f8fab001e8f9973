/* A schema as people write it. */
PRAGMA foreign_keys=ON;
BEGIN TRANSACTION;
create table if not exists authors (
  id integer not null primary key autoincrement, -- the key
  name varchar(100) not null,
  email varchar(255) unique,
  created_at timestamp not null default current_timestamp,
  is_admin boolean default 0 not null check (is_admin in (0,1))
);
create table tags ( id integer primary key, label text unique not null );
create table posts (
  id integer primary key autoincrement,
  author_id integer not null references authors(id) on delete cascade,
  slug text not null,
  title text not null default '',
  body text, /* markdown */
  published_at datetime,
  views integer not null default 0,
  rating real,
  meta json default '{}',
  constraint unique_slug unique (author_id, slug)
);
create table post_tags ( post_id integer not null, tag_id integer not null,
  primary key (post_id, tag_id),
  foreign key (post_id) references posts (id) on delete cascade,
  foreign key (tag_id) references tags (id) ) without rowid;
create index idx_posts_published on posts(published_at) where published_at is not null;
create index idx_posts_author on posts (author_id, published_at desc);
create view published as select p.id, p.title, a.name as author from posts p join authors a on a.id = p.author_id where p.published_at is not null;
create view tag_counts as select t.label, count(pt.post_id) as n from tags t left join post_tags pt on pt.tag_id = t.id group by t.id;
create trigger posts_touch after update of body on posts begin update posts set views = views + 1 where id = new.id; end;
INSERT INTO tags (label) VALUES ('a'), ('b');
COMMIT;
