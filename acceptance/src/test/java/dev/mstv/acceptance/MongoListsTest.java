package dev.mstv.acceptance;

class MongoListsTest extends ListsSuite {

    MongoListsTest() {
        super(MongoWorld.app(), MongoWorld.database());
    }
}
