package dev.mstv.platform.tls;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.config.TlsSettings;
import dev.mstv.platform.config.Variables;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates that count, and whom this process trusts. When the files change, what they say counts for every handshake
 * from then on; connections that are open stay. What cannot be used is not taken. Thread-safe.
 */
@Singleton
@Requires(property = Certificates.ON, value = "true")
public final class Certificates {

    /** The property that says whether there is TLS. */
    public static final String ON = "mstv.tls";

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final TlsSettings settings;
    private final IdentityKeyManager identity;
    private final Authorities authorities;
    private final Authorities clientAuthorities;
    private Material taken;
    private @Nullable String suspect;
    private volatile boolean refused;

    Certificates(Settings settings) throws UnusableFileException {
        this.settings = settings.tls().orElseThrow();
        this.taken = Material.read(this.settings);
        Material.Parsed parsed = taken.parse();
        this.identity = new IdentityKeyManager(parsed.identity());
        this.authorities = new Authorities(parsed.authorities());
        this.clientAuthorities = new Authorities(parsed.clientAuthorities());
    }

    /** Notes as faults what is wrong with the files. */
    public static void require(TlsSettings settings, Variables variables) {
        Material.faults(settings).stream()
                .filter(fault -> variables.present(fault.variable()))
                .forEach(fault -> variables.fault(fault.variable(), fault.what()));
    }

    KeyManager identity() {
        return identity;
    }

    TrustManager authorities() {
        return authorities;
    }

    TrustManager clientAuthorities() {
        return clientAuthorities;
    }

    /** When the certificate that is shown expires. */
    Instant expiry() {
        return identity.current().expiry();
    }

    /** Whether what the files say now is not taken, since it cannot be used. */
    boolean refused() {
        return refused;
    }

    // The content is compared, not the time: files are also changed by a link that points elsewhere.
    @Scheduled(fixedDelay = "2s", initialDelay = "2s")
    synchronized void look() {
        try {
            Material found = Material.read(settings);
            if (!found.equals(taken)) {
                take(found);
            }
            suspect = null;
            refused = false;
        } catch (UnusableFileException e) {
            doubt(String.valueOf(e.getMessage()));
        }
    }

    private void take(Material found) throws UnusableFileException {
        Material.Parsed parsed = found.parse();
        identity.replace(parsed.identity());
        authorities.replace(parsed.authorities());
        clientAuthorities.replace(parsed.clientAuthorities());
        taken = found;
        LOG.info("The certificate was replaced by one that expires on {}", expiry());
    }

    // Files are replaced one after the other, so that for a moment they do not belong together.
    private void doubt(String why) {
        if (why.equals(suspect) && !refused) {
            refused = true;
            LOG.error("The certificate is not replaced, the one that expires on {} stays: {}", expiry(), why);
        }
        suspect = why;
    }
}
