-- Reads entries, and takes a lease on each that is not there.
-- KEYS: of the entries. ARGV: our token, the life of a lease in ms. Answers the entries, those we leased among them.
local entries = redis.call('MGET', unpack(KEYS))
for i, key in ipairs(KEYS) do
  if not entries[i] then
    entries[i] = 'L' .. ARGV[1]
    redis.call('SET', key, entries[i], 'PX', ARGV[2])
  end
end
return entries
