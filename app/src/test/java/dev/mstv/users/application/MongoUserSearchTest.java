package dev.mstv.users.application;

import dev.mstv.RunningProcess;

class MongoUserSearchTest extends UserSearchSuite {

    MongoUserSearchTest() {
        super(RunningProcess.inMongo());
    }
}
