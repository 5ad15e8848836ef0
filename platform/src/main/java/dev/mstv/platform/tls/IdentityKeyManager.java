package dev.mstv.platform.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the identity that counts now. A handshake asks for its parts one by one, so the one before is kept for those that
 * began with it. Thread-safe.
 */
final class IdentityKeyManager extends X509ExtendedKeyManager {

    private volatile Identity before;
    private volatile Identity current;

    IdentityKeyManager(Identity current) {
        this.before = current;
        this.current = current;
    }

    Identity current() {
        return current;
    }

    void replace(Identity next) {
        before = current;
        current = next;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        Identity shown = current;
        return shown.keyType().equals(keyType) ? shown.alias() : null;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        // Whether it is good enough is for the server to say, which knows more than the names of issuers.
        Identity shown = current;
        return Arrays.asList(keyTypes).contains(shown.keyType()) ? shown.alias() : null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return named(alias)
                .map(identity -> identity.chain().toArray(X509Certificate[]::new))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return named(alias).map(Identity::key).orElse(null);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineClientAlias(keyTypes, issuers, null);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {current.alias()};
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {current.alias()};
    }

    // In this order: a replacement makes the current one the one before first.
    private Optional<Identity> named(String alias) {
        return Stream.of(current, before)
                .filter(identity -> identity.alias().equals(alias))
                .findFirst();
    }
}
