package dev.mstv.payments.domain;

/** By what the provider knows somebody's means of payment; encrypted, and opened only to be handed to the provider. */
public record SealedToken(String text) {

    @Override
    public String toString() {
        return "SealedToken[…]";
    }
}
