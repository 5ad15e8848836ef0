package dev.mstv.platform.events.projection;

class RebuildTest extends RebuildSuite {

    RebuildTest() {
        super(new SqlDirectoryWorld());
    }
}
