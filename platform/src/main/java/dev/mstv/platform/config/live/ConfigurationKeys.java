package dev.mstv.platform.config.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where settings stand in Consul. */
final class ConfigurationKeys {

    /** What all of them begin with. */
    static final String ROOT = "mstv/";

    private static final Pattern SETTING = Pattern.compile("mstv/(?:([a-z0-9-]{1,60})/)?config/([A-Z0-9_]{1,60})");
    private static final String REQUEST = "mstv/requests/";

    /**
     * What a key is of.
     *
     * @param service whose processes alone have it; empty for all
     */
    record Setting(Optional<String> service, String name) {}

    private ConfigurationKeys() {}

    /** Of a setting of every process. */
    static String of(String name) {
        return ROOT + "config/" + name;
    }

    /** Of a setting of the processes of one service, which wins over that of every process. */
    static String of(String service, String name) {
        return ROOT + service + "/config/" + name;
    }

    /** Where it stands who asked for the last change of a key by way of a process. */
    static String request(String key) {
        return REQUEST + key.substring(ROOT.length());
    }

    /** What a key is of; empty if it is no setting's. */
    static Optional<Setting> setting(String key) {
        Matcher matcher = SETTING.matcher(key);
        return matcher.matches() && !key.startsWith(REQUEST)
                ? Optional.of(new Setting(Optional.ofNullable(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }
}
