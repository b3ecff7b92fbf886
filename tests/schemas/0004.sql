BEGIN TRANSACTION;
CREATE TABLE accepted (
	page_id INTEGER NOT NULL, 
	snapshot_id INTEGER NOT NULL, 
	body_sha256 TEXT NOT NULL, 
	content_digest TEXT NOT NULL, 
	url TEXT NOT NULL, 
	complete BOOLEAN NOT NULL, 
	parser_version INTEGER NOT NULL, 
	settings_digest TEXT NOT NULL, 
	etag TEXT, 
	last_modified TEXT, markup_digest TEXT, 
	CONSTRAINT pk_accepted PRIMARY KEY (page_id), 
	CONSTRAINT fk_accepted_page_id FOREIGN KEY(page_id) REFERENCES pages (id), 
	CONSTRAINT fk_accepted_snapshot_id FOREIGN KEY(snapshot_id) REFERENCES snapshots (id)
);
INSERT INTO "accepted" VALUES(1,2,'757447534385cf2e496fe6792e88cc357da7e6f455cb1a6c656bf08f78360e7f','Anna Provsson,Bo Testsson,Cia Nysson','https://example.org/samarbeten',1,1,'',NULL,NULL,'markup');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE aliases (
	written TEXT NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_aliases PRIMARY KEY (written)
);
CREATE TABLE bodies (
	id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	base_id INTEGER, 
	depth INTEGER NOT NULL, 
	data BLOB NOT NULL, 
	CONSTRAINT pk_bodies PRIMARY KEY (id), 
	CONSTRAINT fk_bodies_base_id FOREIGN KEY(base_id) REFERENCES bodies (id), 
	CONSTRAINT uq_bodies_sha256 UNIQUE (sha256)
);
INSERT INTO "bodies" VALUES(1,'b80443a3a7eb30285b8de48b7173e141bd6cac38555b0d087f3e6399dff0ef40',25,NULL,0,X'28B52FFD2419C90000416E6E612050726F7673736F6E2C426F205465737473736F6E4588A416');
INSERT INTO "bodies" VALUES(2,'757447534385cf2e496fe6792e88cc357da7e6f455cb1a6c656bf08f78360e7f',36,1,1,X'28B52FFD24248D0000582C436961204E7973736F6E0100BC4C2090A84EB0');
INSERT INTO "bodies" VALUES(3,'7ea79b500db4f206c38fa162d597584e2965ebb596be95b6c434e57f4d0c8729',16,2,2,X'28B52FFD2410350000000100075140E4338611');
CREATE TABLE captures (
	id INTEGER NOT NULL, 
	page_id INTEGER NOT NULL, 
	body_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	url TEXT NOT NULL, 
	status INTEGER NOT NULL, 
	headers TEXT NOT NULL, 
	content_digest TEXT, 
	complete BOOLEAN, 
	imported BOOLEAN NOT NULL, cut TEXT, 
	CONSTRAINT pk_captures PRIMARY KEY (id), 
	CONSTRAINT fk_captures_body_id FOREIGN KEY(body_id) REFERENCES bodies (id), 
	CONSTRAINT fk_captures_page_id FOREIGN KEY(page_id) REFERENCES pages (id), 
	CONSTRAINT uq_captures_page_id_at_body_id UNIQUE (page_id, at, body_id)
);
INSERT INTO "captures" VALUES(1,1,1,'2022-10-03 06:00:00','https://example.org/samarbeten',200,'{"Content-Type":"text/html","ETag":"\"1\""}','Anna Provsson,Bo Testsson',1,0,NULL);
INSERT INTO "captures" VALUES(2,1,2,'2022-10-03 07:00:00','https://example.org/samarbeten',200,'{"Content-Type":"text/html"}','Anna Provsson,Bo Testsson,Cia Nysson',1,0,NULL);
INSERT INTO "captures" VALUES(3,1,3,'2022-10-03 08:00:00','https://example.org/samarbeten',200,'{"content-type":"text/html"}',NULL,NULL,0,'disconnect');
CREATE TABLE change_sets (
	id INTEGER NOT NULL, 
	page_id INTEGER NOT NULL, 
	snapshot_id INTEGER NOT NULL, 
	detected_at DATETIME NOT NULL, 
	imported BOOLEAN NOT NULL, 
	of_documents BOOLEAN NOT NULL, 
	silent_edit BOOLEAN NOT NULL, 
	date_only BOOLEAN NOT NULL, 
	date_regressed BOOLEAN NOT NULL, 
	CONSTRAINT pk_change_sets PRIMARY KEY (id), 
	CONSTRAINT fk_change_sets_page_id FOREIGN KEY(page_id) REFERENCES pages (id), 
	CONSTRAINT fk_change_sets_snapshot_id FOREIGN KEY(snapshot_id) REFERENCES snapshots (id)
);
INSERT INTO "change_sets" VALUES(1,1,2,'2022-10-03 07:00:00',0,0,0,0,0);
CREATE TABLE change_words (
	word TEXT NOT NULL, 
	detected_at DATETIME NOT NULL, 
	change_id INTEGER NOT NULL, 
	CONSTRAINT pk_change_words PRIMARY KEY (word, detected_at, change_id), 
	CONSTRAINT fk_change_words_change_id FOREIGN KEY(change_id) REFERENCES changes (id)
);
INSERT INTO "change_words" VALUES('cia','2022-10-03 07:00:00',1);
INSERT INTO "change_words" VALUES('nysson','2022-10-03 07:00:00',1);
CREATE TABLE changes (
	id INTEGER NOT NULL, 
	change_set_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	detected_at DATETIME NOT NULL, 
	kind TEXT NOT NULL, 
	collaboration_id INTEGER, 
	collaboration TEXT, 
	subject TEXT, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT pk_changes PRIMARY KEY (id), 
	CONSTRAINT fk_changes_change_set_id FOREIGN KEY(change_set_id) REFERENCES change_sets (id), 
	CONSTRAINT fk_changes_collaboration_id FOREIGN KEY(collaboration_id) REFERENCES collaborations (id)
);
INSERT INTO "changes" VALUES(1,1,0,'2022-10-03 07:00:00','representative_added',1,'Euroregion Baltic','Cia Nysson',NULL,'{"name":"Cia Nysson","party":"M","role":"ledamot"}');
CREATE TABLE collaborations (
	id INTEGER NOT NULL, 
	page_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	abbreviation TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	abbreviation_key TEXT NOT NULL, 
	CONSTRAINT pk_collaborations PRIMARY KEY (id), 
	CONSTRAINT fk_collaborations_page_id FOREIGN KEY(page_id) REFERENCES pages (id), 
	CONSTRAINT uq_collaborations_page_id_name_abbreviation UNIQUE (page_id, name, abbreviation)
);
INSERT INTO "collaborations" VALUES(1,1,'Euroregion Baltic','ERB','euroregion baltic','erb');
CREATE TABLE digest_changes (
	id INTEGER NOT NULL, 
	page_id INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_digest_changes PRIMARY KEY (id), 
	CONSTRAINT fk_digest_changes_page_id FOREIGN KEY(page_id) REFERENCES pages (id)
);
INSERT INTO "digest_changes" VALUES(1,1,'{"page":"kronoberg"}','2022-10-03 10:00:00');
CREATE TABLE digest_items (
	id INTEGER NOT NULL, 
	change_id INTEGER NOT NULL, 
	recipient TEXT NOT NULL, 
	slot TEXT NOT NULL, 
	CONSTRAINT pk_digest_items PRIMARY KEY (id), 
	CONSTRAINT fk_digest_items_change_id FOREIGN KEY(change_id) REFERENCES digest_changes (id), 
	CONSTRAINT uq_digest_items_recipient_slot_change_id UNIQUE (recipient, slot, change_id)
);
INSERT INTO "digest_items" VALUES(1,1,'lasare@example.org','daily');
CREATE TABLE documents (
	id INTEGER NOT NULL, 
	page_id INTEGER NOT NULL, 
	url TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	body_id INTEGER, 
	first_seen DATETIME NOT NULL, 
	last_seen DATETIME NOT NULL, 
	etag TEXT, 
	last_modified TEXT, 
	CONSTRAINT pk_documents PRIMARY KEY (id), 
	CONSTRAINT fk_documents_body_id FOREIGN KEY(body_id) REFERENCES bodies (id), 
	CONSTRAINT fk_documents_page_id FOREIGN KEY(page_id) REFERENCES pages (id)
);
CREATE TABLE holds (
	page_id INTEGER NOT NULL, 
	record TEXT NOT NULL, 
	record_digest TEXT NOT NULL, 
	provenance BLOB, 
	content_digest TEXT NOT NULL, 
	complete BOOLEAN NOT NULL, 
	parser_version INTEGER NOT NULL, 
	settings_digest TEXT NOT NULL, 
	since DATETIME NOT NULL, 
	last_at DATETIME NOT NULL, 
	looks INTEGER NOT NULL, 
	changes TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	CONSTRAINT pk_holds PRIMARY KEY (page_id), 
	CONSTRAINT fk_holds_page_id FOREIGN KEY(page_id) REFERENCES pages (id)
);
CREATE TABLE looks (
	id INTEGER NOT NULL, 
	page_id INTEGER NOT NULL, 
	capture_id INTEGER, 
	snapshot_id INTEGER, 
	first_seen DATETIME NOT NULL, 
	last_seen DATETIME NOT NULL, 
	looks INTEGER NOT NULL, 
	reason TEXT, 
	detail TEXT, 
	held BOOLEAN NOT NULL, 
	CONSTRAINT pk_looks PRIMARY KEY (id), 
	CONSTRAINT fk_looks_capture_id FOREIGN KEY(capture_id) REFERENCES captures (id), 
	CONSTRAINT fk_looks_page_id FOREIGN KEY(page_id) REFERENCES pages (id), 
	CONSTRAINT fk_looks_snapshot_id FOREIGN KEY(snapshot_id) REFERENCES snapshots (id)
);
INSERT INTO "looks" VALUES(1,1,1,1,'2022-10-03 06:00:00','2022-10-03 06:00:00',1,NULL,NULL,0);
INSERT INTO "looks" VALUES(2,1,2,2,'2022-10-03 07:00:00','2022-10-03 07:00:00',1,NULL,NULL,0);
INSERT INTO "looks" VALUES(3,1,3,NULL,'2022-10-03 08:00:00','2022-10-03 08:00:00',1,'truncated','the connection ended within the body',0);
CREATE TABLE notes (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY ("key")
);
CREATE TABLE outbox (
	id INTEGER NOT NULL, 
	page_id INTEGER, 
	message_id TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	content BLOB NOT NULL, 
	state TEXT NOT NULL, 
	attempts INTEGER NOT NULL, 
	next_attempt DATETIME, 
	last_error TEXT, 
	created_at DATETIME NOT NULL, 
	sent_at DATETIME, 
	CONSTRAINT pk_outbox PRIMARY KEY (id), 
	CONSTRAINT fk_outbox_page_id FOREIGN KEY(page_id) REFERENCES pages (id), 
	CONSTRAINT uq_outbox_message_id_recipient UNIQUE (message_id, recipient)
);
CREATE TABLE pages (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	url TEXT NOT NULL, 
	next_check_at DATETIME, 
	last_look_at DATETIME, 
	last_good_at DATETIME, 
	last_full_at DATETIME, 
	outcome TEXT, 
	reason TEXT, 
	detail TEXT, 
	held BOOLEAN NOT NULL, 
	failures INTEGER NOT NULL, 
	failing_since DATETIME, 
	told_failing_at DATETIME, 
	looks_unchanged INTEGER NOT NULL, 
	looks_changed INTEGER NOT NULL, 
	looks_cannot_tell INTEGER NOT NULL, 
	CONSTRAINT pk_pages PRIMARY KEY (id), 
	CONSTRAINT uq_pages_name UNIQUE (name)
);
INSERT INTO "pages" VALUES(1,'kronoberg','https://example.org/samarbeten','2022-10-03 09:00:00','2022-10-03 08:00:00',NULL,NULL,'cannot-tell','truncated','the connection ended within the body',0,1,'2022-10-03 08:00:00',NULL,0,2,1);
CREATE TABLE seats (
	id INTEGER NOT NULL, 
	snapshot_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	collaboration_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	party TEXT, 
	role TEXT, 
	CONSTRAINT pk_seats PRIMARY KEY (id), 
	CONSTRAINT fk_seats_collaboration_id FOREIGN KEY(collaboration_id) REFERENCES collaborations (id), 
	CONSTRAINT fk_seats_snapshot_id FOREIGN KEY(snapshot_id) REFERENCES snapshots (id)
);
INSERT INTO "seats" VALUES(1,1,0,1,'Anna Provsson','M','ledamot');
INSERT INTO "seats" VALUES(2,1,1,1,'Bo Testsson','M','ledamot');
INSERT INTO "seats" VALUES(3,2,0,1,'Anna Provsson','M','ledamot');
INSERT INTO "seats" VALUES(4,2,1,1,'Bo Testsson','M','ledamot');
INSERT INTO "seats" VALUES(5,2,2,1,'Cia Nysson','M','ledamot');
CREATE TABLE snapshots (
	id INTEGER NOT NULL, 
	page_id INTEGER NOT NULL, 
	capture_id INTEGER NOT NULL, 
	first_seen DATETIME NOT NULL, 
	last_updated DATE, 
	record TEXT NOT NULL, 
	record_digest TEXT NOT NULL, 
	provenance BLOB, 
	parser_version INTEGER NOT NULL, 
	settings_digest TEXT NOT NULL, 
	imported BOOLEAN NOT NULL, 
	CONSTRAINT pk_snapshots PRIMARY KEY (id), 
	CONSTRAINT fk_snapshots_capture_id FOREIGN KEY(capture_id) REFERENCES captures (id), 
	CONSTRAINT fk_snapshots_page_id FOREIGN KEY(page_id) REFERENCES pages (id)
);
INSERT INTO "snapshots" VALUES(1,1,1,'2022-10-03 06:00:00',NULL,'{"collaborations":[{"abbreviation":"ERB","contacts":[],"description":[],"homepage":null,"member_since":null,"members":[],"name":"Euroregion Baltic","officials":[],"representatives":[{"name":"Anna Provsson","party":"M","role":"ledamot"},{"name":"Bo Testsson","party":"M","role":"ledamot"}]}],"contacts":[],"documents":[],"intro":[],"last_updated":null,"last_updated_time":null,"title":"Internationella samarbeten"}','b7bf0f6e5587ff88fabf6c22aa97c75cb5b1dd36c435eed44fbd2c5fcf70d808',X'28B52FFD240D6900007B22636C61696D73223A5B5D7D845E0E85',1,'',0);
INSERT INTO "snapshots" VALUES(2,1,2,'2022-10-03 07:00:00',NULL,'{"collaborations":[{"abbreviation":"ERB","contacts":[],"description":[],"homepage":null,"member_since":null,"members":[],"name":"Euroregion Baltic","officials":[],"representatives":[{"name":"Anna Provsson","party":"M","role":"ledamot"},{"name":"Bo Testsson","party":"M","role":"ledamot"},{"name":"Cia Nysson","party":"M","role":"ledamot"}]}],"contacts":[],"documents":[],"intro":[],"last_updated":null,"last_updated_time":null,"title":"Internationella samarbeten"}','15a4ff6bc90a3d4efa93ba6500f8c208156ca2277279f0455305bbfacfc723c3',X'28B52FFD240D6900007B22636C61696D73223A5B5D7D845E0E85',1,'',0);
CREATE TABLE tenure_words (
	word TEXT NOT NULL, 
	tenure_id INTEGER NOT NULL, 
	CONSTRAINT pk_tenure_words PRIMARY KEY (word, tenure_id), 
	CONSTRAINT fk_tenure_words_tenure_id FOREIGN KEY(tenure_id) REFERENCES tenures (id)
);
INSERT INTO "tenure_words" VALUES('anna',1);
INSERT INTO "tenure_words" VALUES('provsson',1);
INSERT INTO "tenure_words" VALUES('bo',2);
INSERT INTO "tenure_words" VALUES('testsson',2);
INSERT INTO "tenure_words" VALUES('cia',3);
INSERT INTO "tenure_words" VALUES('nysson',3);
CREATE TABLE tenures (
	id INTEGER NOT NULL, 
	page_id INTEGER NOT NULL, 
	collaboration_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	sort_key TEXT NOT NULL, 
	party TEXT, 
	role TEXT, 
	from_after DATETIME, 
	from_by DATETIME NOT NULL, 
	until_after DATETIME, 
	until_by DATETIME, 
	CONSTRAINT pk_tenures PRIMARY KEY (id), 
	CONSTRAINT fk_tenures_collaboration_id FOREIGN KEY(collaboration_id) REFERENCES collaborations (id), 
	CONSTRAINT fk_tenures_page_id FOREIGN KEY(page_id) REFERENCES pages (id)
);
INSERT INTO "tenures" VALUES(1,1,1,'Anna Provsson','anna provsson','anna provsson','M','ledamot',NULL,'2022-10-03 06:00:00',NULL,NULL);
INSERT INTO "tenures" VALUES(2,1,1,'Bo Testsson','bo testsson','bo testsson','M','ledamot',NULL,'2022-10-03 06:00:00',NULL,NULL);
INSERT INTO "tenures" VALUES(3,1,1,'Cia Nysson','cia nysson','cia nysson','M','ledamot','2022-10-03 06:00:00','2022-10-03 07:00:00',NULL,NULL);
CREATE INDEX ix_captures_body_id ON captures (body_id);
CREATE INDEX ix_collaborations_abbreviation_key ON collaborations (abbreviation_key);
CREATE INDEX ix_collaborations_name_key ON collaborations (name_key);
CREATE INDEX ix_documents_body_id ON documents (body_id);
CREATE INDEX ix_documents_page_id_url_first_seen ON documents (page_id, url, first_seen);
CREATE INDEX ix_outbox_state_next_attempt ON outbox (state, next_attempt);
CREATE INDEX ix_snapshots_capture_id ON snapshots (capture_id);
CREATE INDEX ix_snapshots_first_seen ON snapshots (first_seen);
CREATE INDEX ix_snapshots_page_id_first_seen ON snapshots (page_id, first_seen);
CREATE INDEX ix_tenures_collaboration_id ON tenures (collaboration_id);
CREATE INDEX ix_tenures_name_key ON tenures (name_key);
CREATE INDEX ix_tenures_page_id ON tenures (page_id);
CREATE INDEX ix_accepted_snapshot_id ON accepted (snapshot_id);
CREATE INDEX ix_change_sets_detected_at ON change_sets (detected_at);
CREATE INDEX ix_change_sets_page_id_detected_at ON change_sets (page_id, detected_at);
CREATE INDEX ix_change_sets_snapshot_id ON change_sets (snapshot_id);
CREATE INDEX ix_looks_capture_id ON looks (capture_id);
CREATE INDEX ix_looks_page_id_first_seen ON looks (page_id, first_seen);
CREATE INDEX ix_looks_snapshot_id ON looks (snapshot_id);
CREATE INDEX ix_seats_collaboration_id ON seats (collaboration_id);
CREATE INDEX ix_seats_snapshot_id_position ON seats (snapshot_id, position);
CREATE INDEX ix_tenure_words_tenure_id ON tenure_words (tenure_id);
CREATE INDEX ix_changes_change_set_id_position ON changes (change_set_id, position);
CREATE INDEX ix_changes_collaboration_id_detected_at_change_set_id ON changes (collaboration_id, detected_at, change_set_id);
CREATE INDEX ix_changes_kind_detected_at_change_set_id ON changes (kind, detected_at, change_set_id);
CREATE INDEX ix_change_words_change_id ON change_words (change_id);
CREATE INDEX ix_digest_items_change_id ON digest_items (change_id);
COMMIT;
