package dev.mstv.platform.config.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.live.ConfigurationKeys.Setting;
import dev.mstv.platform.events.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was told of changes so far.
 *
 * @param last of each key, what was told last
 * @param length how many changes were told
 */
record Trail(Map<String, ConfigurationChanged> last, long length) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Trail of(List<StoredEvent> events) {
        Map<String, ConfigurationChanged> last = new TreeMap<>();
        for (StoredEvent event : events) {
            ConfigurationChanged change = read(event.payload());
            last.put(change.key(), change);
        }
        return new Trail(last, events.size());
    }

    /**
     * What has to be told yet, so that the trail says what stands in Consul: in the order in which it was changed, and what
     * was taken away last, of which that is not known. What is not allowed is no change.
     */
    List<ConfigurationChanged> missing(Snapshot snapshot, LiveSettings settings) {
        List<ConfigurationChanged> missing = new ArrayList<>();
        snapshot.entries().forEach((key, entry) -> ConfigurationKeys.setting(key)
                .filter(setting -> allowed(setting, entry, settings))
                .map(setting -> changed(setting, entry))
                .filter(change -> !change.equals(last.get(key)))
                .ifPresent(missing::add));
        missing.sort(Comparator.comparing(ConfigurationChanged::revision));
        last.forEach((key, change) -> {
            boolean gone =
                    snapshot.get(key).map(entry -> entry.value().isBlank()).orElse(true);
            if (gone && change.value() != null) {
                missing.add(new ConfigurationChanged(change.name(), change.service(), null, 0));
            }
        });
        return missing;
    }

    private static boolean allowed(Setting setting, Entry entry, LiveSettings settings) {
        return settings.names().contains(setting.name())
                && !entry.value().isBlank()
                && settings.fault(setting.name(), entry.value()).isEmpty();
    }

    private static ConfigurationChanged changed(Setting setting, Entry entry) {
        return new ConfigurationChanged(
                setting.name(), setting.service().orElse(null), entry.value().strip(), entry.revision());
    }

    private static ConfigurationChanged read(String payload) {
        try {
            return JSON.readValue(payload, ConfigurationChanged.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change of a setting cannot be read", e);
        }
    }
}
