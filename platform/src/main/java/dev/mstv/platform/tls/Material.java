package dev.mstv.platform.tls;

import dev.mstv.platform.config.TlsSettings;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that the settings name, as they were at one moment.
 *
 * @param clientAuthorities empty if clients are not asked for certificates
 */
record Material(PemFile certificate, PemFile key, PemFile authorities, Optional<PemFile> clientAuthorities) {

    /** What the files say, once it is known to be usable. */
    record Parsed(Identity identity, List<X509Certificate> authorities, List<X509Certificate> clientAuthorities) {}

    static Material read(TlsSettings settings) throws UnusableFileException {
        Optional<PemFile> clients = settings.clientAuthorities().isEmpty()
                ? Optional.empty()
                : Optional.of(PemFile.read(
                        TlsSettings.CLIENT_AUTHORITIES,
                        settings.clientAuthorities().get()));
        return new Material(
                PemFile.read(TlsSettings.CERTIFICATE, settings.certificate()),
                PemFile.read(TlsSettings.KEY, settings.key()),
                PemFile.read(TlsSettings.AUTHORITIES, settings.authorities()),
                clients);
    }

    Parsed parse() throws UnusableFileException {
        List<X509Certificate> clients = clientAuthorities.isEmpty()
                ? List.of()
                : clientAuthorities.get().certificates();
        return new Parsed(Identity.of(certificate, key), authorities.certificates(), clients);
    }

    /** All that is wrong with the files; the same may be told twice. */
    static List<UnusableFileException> faults(TlsSettings settings) {
        List<UnusableFileException> faults = new ArrayList<>();
        note(faults, () -> PemFile.read(TlsSettings.KEY, settings.key()));
        note(
                faults,
                () -> Identity.of(
                        PemFile.read(TlsSettings.CERTIFICATE, settings.certificate()),
                        PemFile.read(TlsSettings.KEY, settings.key())));
        if (!settings.authorities().equals(settings.certificate())) {
            note(faults, () -> PemFile.read(TlsSettings.AUTHORITIES, settings.authorities())
                    .certificates());
        }
        settings.clientAuthorities()
                .ifPresent(path -> note(faults, () -> PemFile.read(TlsSettings.CLIENT_AUTHORITIES, path)
                        .certificates()));
        return faults;
    }

    private interface Reading {
        Object read() throws UnusableFileException;
    }

    private static void note(List<UnusableFileException> faults, Reading reading) {
        try {
            Object unused = reading.read();
        } catch (UnusableFileException e) {
            faults.add(e);
        }
    }
}
