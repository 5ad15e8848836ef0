package dev.mstv.platform.events.projection;

import dev.mstv.RunningProcess;

class MongoRebuildTest extends RebuildSuite {

    MongoRebuildTest() {
        super(new MongoDirectoryWorld(RunningProcess.inMongo()));
    }
}
