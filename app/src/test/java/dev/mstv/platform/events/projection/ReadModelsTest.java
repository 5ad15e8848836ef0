package dev.mstv.platform.events.projection;

class ReadModelsTest extends ReadModelsSuite {

    ReadModelsTest() {
        super(new SqlDirectoryWorld());
    }
}
