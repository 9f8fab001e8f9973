-- before
CREATE TABLE country (code CHAR(2) PRIMARY KEY, name VARCHAR(80)) DEFAULT CHARSET=latin1;
CREATE TABLE city (id INT AUTO_INCREMENT PRIMARY KEY, country CHAR(2), name VARCHAR(80), KEY (name), FOREIGN KEY (country) REFERENCES country (code) ON UPDATE CASCADE) DEFAULT CHARSET=latin1;
-- rows
INSERT INTO country VALUES ('DE','Über'),('FR',NULL); INSERT INTO city (country, name) VALUES ('DE','Köln'),(NULL,'x');
-- after
CREATE TABLE country (code CHAR(2) PRIMARY KEY, name VARCHAR(80)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE city (id INT AUTO_INCREMENT PRIMARY KEY, country CHAR(2), name VARCHAR(80), KEY (name), FOREIGN KEY (country) REFERENCES country (code) ON UPDATE CASCADE) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
