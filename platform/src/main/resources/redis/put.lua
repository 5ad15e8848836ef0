-- Stores values, unless a change got in between, or what they were loaded for is gone.
-- KEYS: of the entries. ARGV: our token, then for each its version, its value and its life in ms. Answers 1 for each that counts.
local answers = {}
for i, key in ipairs(KEYS) do
  local version, value, life = tonumber(ARGV[3 * i - 1]), ARGV[3 * i], ARGV[3 * i + 1]
  local entry = redis.call('GET', key)
  local kind = entry and string.sub(entry, 1, 1)
  local counts = false
  if kind == 'L' then
    counts = entry == 'L' .. ARGV[1]
  elseif kind == 'M' then
    counts = version >= tonumber(string.sub(entry, 2))
  elseif kind == 'V' then
    counts = version >= tonumber(string.match(entry, '^V(%d+):'))
  end
  if counts then
    redis.call('SET', key, 'V' .. string.format('%d', version) .. ':' .. value, 'PX', life)
  end
  answers[i] = counts and 1 or 0
end
return answers
