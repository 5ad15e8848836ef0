package dev.mstv.users.application;

import dev.mstv.RunningProcess;

class MongoNarrowedUserListTest extends NarrowedUserListSuite {

    MongoNarrowedUserListTest() {
        super(RunningProcess.inMongo());
    }
}
