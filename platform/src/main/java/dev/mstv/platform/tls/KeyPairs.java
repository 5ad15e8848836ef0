package dev.mstv.platform.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Finds out whether two keys are halves of one pair, by what counts: one verifies what the other signs. */
final class KeyPairs {

    private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.US_ASCII);

    private KeyPairs() {}

    static boolean belong(PrivateKey key, PublicKey half) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(half.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "EdDSA";
                });
        signature.initSign(key);
        signature.update(SAMPLE);
        byte[] signed = signature.sign();
        signature.initVerify(half);
        signature.update(SAMPLE);
        return signature.verify(signed);
    }
}
