package dev.mstv.acceptance;

import java.util.List;

/** A client of one protocol. Who has the empty text for a token is nobody; an empty key is none. */
interface Speaker extends AutoCloseable {

    String NOBODY = "";
    String NO_KEY = "";

    Outcome register(String email, String password);

    Outcome login(String email, String password);

    /** Ends the session of these tokens. */
    void logout(Account who);

    Outcome read(String token, String user);

    /** Adds a user. */
    Outcome create(String token, String email, String key);

    /** Changes a user of whom this version was seen. */
    Outcome rename(String token, String user, String name, long seen);

    Outcome delete(String token, String user);

    /** Orders a book in each of the currencies. */
    Outcome place(String token, List<String> currencies, String key);

    Outcome order(String token, String order);

    Outcome cancel(String token, String order);

    @Override
    void close();
}
