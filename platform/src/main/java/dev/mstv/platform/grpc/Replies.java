package dev.mstv.platform.grpc;

import io.grpc.stub.StreamObserver;

/** Answers of unary calls. */
public final class Replies {

    private Replies() {}

    /** Gives the one answer there is. */
    public static <A> void one(StreamObserver<A> answers, A answer) {
        answers.onNext(answer);
        answers.onCompleted();
    }
}
