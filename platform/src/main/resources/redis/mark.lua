-- Says that versions are about to be, or have become, true: older values are gone and cannot come back. Tells all nodes.
-- KEYS: of the entries. ARGV: the life of a marker in ms, the channel, then for each its version and the message.
for i, key in ipairs(KEYS) do
  local version, message = tonumber(ARGV[2 * i + 1]), ARGV[2 * i + 2]
  local entry = redis.call('GET', key)
  local kind = entry and string.sub(entry, 1, 1)
  local known = 0
  if kind == 'M' then
    known = tonumber(string.sub(entry, 2))
  elseif kind == 'V' then
    known = tonumber(string.match(entry, '^V(%d+):'))
  end
  if kind ~= 'V' or known < version then
    redis.call('SET', key, 'M' .. string.format('%d', math.max(known, version)), 'PX', ARGV[1])
  end
  redis.call('PUBLISH', ARGV[2], message)
end
return #KEYS
