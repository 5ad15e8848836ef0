package dev.mstv.acceptance;

class ListsTest extends ListsSuite {

    ListsTest() {
        super(World.app(), World.database());
    }
}
