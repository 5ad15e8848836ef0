package dev.mstv.platform.push;

/** Somebody who is told of pushes. Called by one thread at a time; must not block. */
public interface PushListener {

    /**
     * This happened. The same push may come twice, with another position.
     *
     * @param position from which to listen later if nothing after it may be missed
     */
    void pushed(Push push, String position);

    /** Some pushes were lost on the way, which ones is not known. */
    void missed();
}
