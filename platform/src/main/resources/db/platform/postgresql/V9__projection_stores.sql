-- Where the generations of a read model are kept: in this database, or as READ_MODEL says.

ALTER TABLE ${module}_projection ADD COLUMN store varchar(20) NOT NULL DEFAULT 'sql';

ALTER TABLE ${module}_projection_retired ADD COLUMN store varchar(20) NOT NULL DEFAULT 'sql';
