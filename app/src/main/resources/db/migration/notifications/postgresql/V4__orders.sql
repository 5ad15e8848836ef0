-- Null if it is about none.
ALTER TABLE notifications_notification ADD COLUMN order_id uuid;
