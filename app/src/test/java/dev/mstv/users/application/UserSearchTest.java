package dev.mstv.users.application;

import java.util.Map;

class UserSearchTest extends UserSearchSuite {

    UserSearchTest() {
        super(Map.of());
    }
}
