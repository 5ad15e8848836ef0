package dev.mstv.users;

import java.util.List;

/**
 * A numbered page of a list of users.
 *
 * @param total how many users are on all pages together
 */
public record UserPage(List<UserView> users, long total) {

    public UserPage {
        users = List.copyOf(users);
    }
}
