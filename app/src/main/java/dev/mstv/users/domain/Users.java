package dev.mstv.users.domain;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All users. What is stored is stored with its events, in the transaction of the command. */
public interface Users {

    Optional<User> find(UUID id);

    Optional<User> findByEmail(Email email);

    boolean anyAdministrator();

    /** False, and nothing is stored, if the e-mail address is taken. */
    boolean add(User user);

    /** False, and nothing is stored, if the new e-mail address is taken. The command runs again if another was quicker. */
    boolean save(User user);

    /** Takes the user out; the command runs again if another was quicker. */
    void remove(User user, @Nullable UUID deletedBy);

    /** Replaces a hash by a better one of the same password, unless it was replaced meanwhile. */
    void rehash(User user, PasswordHash better);
}
