-- Which events are dead, and how many: ids are made in the order of time.
CREATE INDEX ${module}_parked_state ON ${module}_parked (state, id);
