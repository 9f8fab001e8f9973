-- before
CREATE TABLE company (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(80) NOT NULL, vat VARCHAR(20) UNIQUE);
CREATE TABLE contact (id INT AUTO_INCREMENT PRIMARY KEY, company_id INT, email VARCHAR(100), UNIQUE KEY ce (company_id, email), CONSTRAINT cc FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE SET NULL);
CREATE TABLE note (id INT AUTO_INCREMENT PRIMARY KEY, contact_id INT NOT NULL, body TEXT, at DATETIME DEFAULT CURRENT_TIMESTAMP, KEY (contact_id, at), FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE);
CREATE VIEW latest AS SELECT contact_id, MAX(at) AS at FROM note GROUP BY contact_id;
-- rows
INSERT INTO company (name, vat) VALUES ('A',NULL),('B''s','v'); INSERT INTO contact VALUES (5,1,'x'),(6,NULL,NULL); INSERT INTO note (contact_id, body, at) VALUES (5,NULL,'2020-01-01'),(6,'😀',NULL);
-- after
CREATE TABLE company (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(120) NOT NULL, country CHAR(2) NOT NULL DEFAULT 'DE', vat VARCHAR(20), UNIQUE KEY vat (country, vat));
CREATE TABLE contact (id INT AUTO_INCREMENT PRIMARY KEY, company_id INT, email VARCHAR(190) COLLATE utf8mb4_bin, UNIQUE KEY ce (email, company_id), CONSTRAINT cc FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE);
CREATE TABLE note (id BIGINT AUTO_INCREMENT PRIMARY KEY, contact_id INT NOT NULL, body TEXT, pinned BOOL NOT NULL DEFAULT 0, at DATETIME DEFAULT CURRENT_TIMESTAMP, KEY (contact_id, pinned, at), FOREIGN KEY (contact_id) REFERENCES contact (id));
CREATE VIEW latest AS SELECT contact_id, MAX(at) AS at, SUM(pinned) AS pins FROM note GROUP BY contact_id;
