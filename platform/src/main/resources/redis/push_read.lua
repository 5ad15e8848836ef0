-- Reads what comes after a position. KEYS: the log. ARGV: the position, how many at most.
-- Answers positions and pushes in turns; 'gone' if the log begins after the position.
local function parts(id)
  local ms, seq = string.match(id, '^(%d+)-(%d+)$')
  return tonumber(ms), tonumber(seq)
end
local first = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1]
if not first then
  return {'gone'}
end
local firstMs, firstSeq = parts(first[1])
local ms, seq = parts(ARGV[1])
if firstMs > ms or (firstMs == ms and firstSeq > seq) then
  return {'gone'}
end
local answer = {}
for _, entry in ipairs(redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], '+', 'COUNT', ARGV[2])) do
  if entry[2][1] == 'push' then
    table.insert(answer, entry[1])
    table.insert(answer, entry[2][2])
  end
end
return answer
