-- Reads what comes after a position, and drops what is too old, but for the last one. While somebody reads, the log stays.
-- KEYS: the log. ARGV: the position, how many at most, for how many ms it is kept.
-- Answers positions and pushes in turns; 'gone' if something after the position is gone, or the log never had it.
local function parts(id)
  local ms, seq = string.match(id, '^(%d+)-(%d+)$')
  return tonumber(ms), tonumber(seq)
end
local function later(one, other)
  local ms, seq = parts(one)
  local otherMs, otherSeq = parts(other)
  return ms > otherMs or (ms == otherMs and seq > otherSeq)
end
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
if not newest or later(ARGV[1], newest[1]) then
  return {'gone'}
end
local entries = redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], '+', 'COUNT', ARGV[2])
local answer = {}
for i, entry in ipairs(entries) do
  local fields = entry[2]
  if fields[1] == 'begin' or (i == 1 and later(fields[4], ARGV[1])) then
    return {'gone'}
  end
  table.insert(answer, entry[1])
  table.insert(answer, fields[2])
end
local now = redis.call('TIME')
local oldest = tonumber(now[1]) * 1000 + math.floor(tonumber(now[2]) / 1000) - tonumber(ARGV[3])
if parts(newest[1]) < oldest then
  redis.call('XTRIM', KEYS[1], 'MINID', newest[1])
else
  redis.call('XTRIM', KEYS[1], 'MINID', string.format('%.0f', oldest))
end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return answer
