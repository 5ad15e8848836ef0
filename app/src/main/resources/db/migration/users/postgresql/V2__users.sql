CREATE TABLE users_user (
  id             uuid         PRIMARY KEY,
  email          varchar(254) NOT NULL,
  -- The address in lower case, by which it is compared.
  email_key      varchar(254) NOT NULL UNIQUE,
  name           varchar(100),
  role           varchar(20)  NOT NULL,
  password_hash  varchar(255) NOT NULL,
  email_verified boolean      NOT NULL,
  created_at     timestamp with time zone NOT NULL,
  updated_at     timestamp with time zone NOT NULL,
  version        bigint       NOT NULL
);
