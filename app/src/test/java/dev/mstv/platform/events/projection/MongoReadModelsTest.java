package dev.mstv.platform.events.projection;

import dev.mstv.RunningProcess;

class MongoReadModelsTest extends ReadModelsSuite {

    MongoReadModelsTest() {
        super(new MongoDirectoryWorld(RunningProcess.inMongo()));
    }
}
