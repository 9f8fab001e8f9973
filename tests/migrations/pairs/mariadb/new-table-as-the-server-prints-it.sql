-- before
-- after
CREATE TABLE `a` (`id` bigint(20) unsigned NOT NULL AUTO_INCREMENT COMMENT 'pk', `j` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`j`)), `t` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(), `t2` timestamp(3) NOT NULL DEFAULT '0000-00-00 00:00:00.000', `d` datetime DEFAULT NULL, PRIMARY KEY (`id`) USING BTREE, UNIQUE KEY `u` (`t`) USING BTREE COMMENT 'c') ENGINE=InnoDB AUTO_INCREMENT=123 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC COMMENT='t' ;
