package dev.mstv.acceptance;

/** What the tested processes are told and what tests therefore know; good for nothing else. */
final class Secrets {

    static final String JWT_SECRET = "the-secret-of-the-acceptance-suite-0123456789";
    static final String ENCRYPTION_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    static final String SERVICE_SECRET = "the-secret-of-the-processes-of-the-suite-0123456789";
    static final String ADMIN_EMAIL = "root@example.com";
    static final String ADMIN_PASSWORD = "correct horse battery";

    private Secrets() {}
}
