package dev.mstv.platform.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** How the content of a PEM file says what a private key is. */
enum KeyForm {
    /** RFC 5958: says itself of which algorithm it is. */
    PKCS8 {
        @Override
        byte[] pkcs8(byte[] der, PublicKey half) {
            return der;
        }
    },
    /** PKCS #1 (RFC 8017) or SEC 1 (RFC 5915): the bare numbers. */
    BARE {
        @Override
        byte[] pkcs8(byte[] der, PublicKey half) {
            // A public key (RFC 5280) names its algorithm in the same form as a private one in PKCS #8.
            return element(SEQUENCE, VERSION, firstOf(half.getEncoded()), element(OCTETS, der));
        }
    };

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final byte SEQUENCE = 0x30;
    private static final byte OCTETS = 0x04;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};
    private static final int LONG_FORM = 0x80;

    /** By what stands before {@code PRIVATE KEY} in the label. */
    static KeyForm of(String label) {
        return label.isBlank() ? PKCS8 : BARE;
    }

    abstract byte[] pkcs8(byte[] der, PublicKey half);

    /** The key; of another algorithm than the public half, if it says so itself. */
    PrivateKey read(byte[] der, PublicKey half) throws GeneralSecurityException {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(pkcs8(der, half));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // It is of another one, then.
            }
        }
        throw new InvalidKeySpecException("A key of none of " + ALGORITHMS);
    }

    private static byte[] element(byte tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        byte[] length =
                ByteBuffer.allocate(Integer.BYTES).putInt(content.size()).array();
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        element.write(LONG_FORM | length.length);
        element.writeBytes(length);
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    /** The first element within the sequence. */
    private static byte[] firstOf(byte[] sequence) {
        ByteBuffer der = ByteBuffer.wrap(sequence);
        skipHead(der);
        int begin = der.position();
        int length = skipHead(der);
        byte[] first = new byte[der.position() - begin + length];
        der.get(begin, first);
        return first;
    }

    private static int skipHead(ByteBuffer der) {
        byte unused = der.get();
        int length = Byte.toUnsignedInt(der.get());
        if (length < LONG_FORM) {
            return length;
        }
        int bytes = length - LONG_FORM;
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << Byte.SIZE | Byte.toUnsignedInt(der.get());
        }
        return value;
    }
}
