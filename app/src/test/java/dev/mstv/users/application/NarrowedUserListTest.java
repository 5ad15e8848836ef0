package dev.mstv.users.application;

import java.util.Map;

class NarrowedUserListTest extends NarrowedUserListSuite {

    NarrowedUserListTest() {
        super(Map.of());
    }
}
