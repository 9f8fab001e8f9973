# A shop, as people write a schema by hand.
CREATE TABLE IF NOT EXISTS users (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email VARCHAR(255) NOT NULL UNIQUE,
  name varchar(100) not null default '',
  nick VARCHAR(30) DEFAULT NULL COMMENT 'shown to others; it''s optional',
  is_active BOOLEAN NOT NULL DEFAULT TRUE,
  role ENUM('admin', 'editor', 'viewer') NOT NULL DEFAULT 'viewer',
  flags SET('new','vip','it''s') DEFAULT 'new',
  balance DECIMAL(12,2) NOT NULL DEFAULT 0,
  settings JSON,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP,
  birthday DATE,
  INDEX idx_name (name),
  KEY (nick(10)),
  FULLTEXT INDEX ft_name (name, nick)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='People; with an account';

CREATE TABLE categories (
  `id` smallint unsigned auto_increment,
  parent_id smallint unsigned,
  `name` varchar(50) NOT NULL,
  path varchar(500) CHARACTER SET latin1,
  code char(4) CHARACTER SET ascii COLLATE ascii_bin,
  PRIMARY KEY (`id`) USING BTREE,
  UNIQUE KEY `uq_parent_name` (parent_id, `name`),
  CONSTRAINT `fk_parent` FOREIGN KEY (parent_id) REFERENCES categories (id) ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE TABLE products (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  category_id SMALLINT UNSIGNED,
  sku CHAR(12) NOT NULL,
  title VARCHAR(200) NOT NULL,
  price DECIMAL(10,2) UNSIGNED NOT NULL CHECK (price >= 0),
  discount DECIMAL(4,3) DEFAULT 0,
  final_price DECIMAL(10,2) GENERATED ALWAYS AS (price * (1 - discount)) STORED,
  title_lower VARCHAR(200) AS (lower(title)) VIRTUAL,
  weight FLOAT,
  rating DOUBLE DEFAULT 0.0,
  image MEDIUMBLOB,
  description TEXT,
  attributes JSON DEFAULT ('{}'),
  is_public BIT(1) DEFAULT b'0',
  added DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  PRIMARY KEY (id),
  UNIQUE (sku),
  KEY title (title(20) DESC, price),
  FOREIGN KEY (category_id) REFERENCES categories (id),
  CONSTRAINT chk_discount CHECK (discount BETWEEN 0 AND 1),
  CHECK (weight > 0 OR weight IS NULL)
) AUTO_INCREMENT=1000 ROW_FORMAT=DYNAMIC;

CREATE TABLE orders (
  id bigint unsigned not null auto_increment primary key,
  user_id int unsigned not null references users (id) on delete cascade,
  number int zerofill,
  status enum('new','paid','shipped') charset latin1 not null,
  placed datetime not null default now(),
  total decimal not null,
  note tinytext,
  index by_user (user_id, placed desc)
);

CREATE TABLE order_items (
  order_id bigint unsigned not null,
  product_id bigint unsigned not null,
  quantity smallint unsigned not null default 1,
  price decimal(10,2) not null,
  PRIMARY KEY (order_id, product_id),
  KEY product_id (product_id),
  CONSTRAINT items_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
  CONSTRAINT items_product FOREIGN KEY idx_other (product_id) REFERENCES products (id) ON DELETE RESTRICT ON UPDATE NO ACTION
);

CREATE UNIQUE INDEX uq_nick ON users (nick);
CREATE INDEX idx_price USING BTREE ON products (price, category_id);
CREATE FULLTEXT INDEX ft_description ON products (description);
CREATE OR REPLACE VIEW active_users AS SELECT id, email, role, created_at FROM users WHERE is_active;
CREATE ALGORITHM=MERGE DEFINER=CURRENT_USER SQL SECURITY INVOKER VIEW order_totals (order_id, items, total) AS
  SELECT o.id, count(i.product_id), sum(i.price * i.quantity)
  FROM orders o LEFT JOIN order_items i ON i.order_id = o.id GROUP BY o.id;
CREATE VIEW cheap AS SELECT * FROM products WHERE price < 10 WITH CASCADED CHECK OPTION;
INSERT INTO categories (name) VALUES ('books'), ('films');
CREATE TABLE `select` (`from` int, `group by` varchar(3), `a``b` int, Ünïcode int, KEY `from` (`from`), CHECK (`group by` <> 'x'));
CREATE TABLE orders_2 LIKE orders;
