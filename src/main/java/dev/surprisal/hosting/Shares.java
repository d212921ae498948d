package dev.surprisal.hosting;

import java.util.HashMap;
import java.util.Map;

/** Places for so many at once, of which a single network may have a share, so that no stranger takes them all. */
public final class Shares {
    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> byNetwork = new HashMap<>();
    private int taken;

    /**
     * @param most of all together
     * @param mostOfOne of one {@link Network}
     */
    public Shares(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Why there is no place. */
    public enum Room {
        THERE_IS,
        NONE_FOR_ANYBODY,
        NONE_FOR_THIS_NETWORK
    }

    /** Whether there is a place for an address. */
    public synchronized Room room(String address) {
        if (taken >= most) {
            return Room.NONE_FOR_ANYBODY;
        }
        boolean share = byNetwork.getOrDefault(Network.of(address), 0) < mostOfOne;
        return share ? Room.THERE_IS : Room.NONE_FOR_THIS_NETWORK;
    }

    /** Takes a place if there is one. */
    public synchronized boolean take(String address) {
        boolean free = room(address) == Room.THERE_IS;
        if (free) {
            add(address);
        }
        return free;
    }

    /** Counts somebody who is there already. */
    public synchronized void add(String address) {
        byNetwork.merge(Network.of(address), 1, Integer::sum);
        taken++;
    }

    /** Gives back a place that was taken or counted for the same address. */
    public synchronized void giveBack(String address) {
        byNetwork.computeIfPresent(Network.of(address), (_, count) -> {
            taken--;
            return count == 1 ? null : count - 1;
        });
    }

    public synchronized int taken() {
        return taken;
    }
}
