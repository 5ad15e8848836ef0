CREATE TABLE orders_order (
  id        uuid        PRIMARY KEY,
  user_id   uuid        NOT NULL,
  status    varchar(20) NOT NULL,
  -- ISO 4217; every item of the order is in it.
  currency  char(3)     NOT NULL,
  placed_at timestamp with time zone NOT NULL,
  version   bigint      NOT NULL
);

-- Lists are narrowed by what the policies say of a text.
CREATE INDEX orders_order_user ON orders_order ((user_id::text) COLLATE "C", id);
CREATE INDEX orders_order_pending ON orders_order (user_id) WHERE status = 'PENDING';

CREATE TABLE orders_item (
  order_id   uuid           NOT NULL REFERENCES orders_order,
  line       integer        NOT NULL,
  sku        varchar(64)    NOT NULL,
  quantity   integer        NOT NULL,
  -- As many decimals as any currency has.
  unit_price numeric(20, 4) NOT NULL,
  PRIMARY KEY (order_id, line)
);

-- Who has an account, and who had one: nothing else about a user is needed here.
CREATE TABLE orders_buyer (
  user_id uuid    PRIMARY KEY,
  erased  boolean NOT NULL
);
