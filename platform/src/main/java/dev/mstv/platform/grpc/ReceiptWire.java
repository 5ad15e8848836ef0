package dev.mstv.platform.grpc;

import dev.mstv.contracts.bus.v1.Reached;
import dev.mstv.platform.bus.Receipt;
import java.util.UUID;

/** What goes back beside an outcome, from process to process. */
final class ReceiptWire {

    private ReceiptWire() {}

    static dev.mstv.contracts.bus.v1.Receipt write(Receipt receipt) {
        var wire = dev.mstv.contracts.bus.v1.Receipt.newBuilder().setReplayed(receipt.replayed());
        receipt.positions()
                .forEach((module, streams) -> streams.forEach((stream, position) -> wire.addReached(Reached.newBuilder()
                        .setModule(module)
                        .setStream(stream.toString())
                        .setPosition(position))));
        return wire.build();
    }

    static Receipt read(dev.mstv.contracts.bus.v1.Receipt wire) {
        Receipt receipt = new Receipt();
        wire.getReachedList()
                .forEach(one -> receipt.reached(one.getModule(), UUID.fromString(one.getStream()), one.getPosition()));
        if (wire.getReplayed()) {
            receipt.markReplayed();
        }
        return receipt;
    }
}
