-- How many contacts with a key or a login a customer of the holder may have at most; null: any number.
alter table agreement add column contacts integer;
