package dev.surprisal.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.hosting.Shares.Room;
import org.junit.jupiter.api.Test;

class SharesTest {
    private final Shares shares = new Shares(5, 2);

    @Test
    void aNetworkGetsItsShareAndTheOthersKeepTheirs() {
        assertThat(shares.take("2001:db8:1:2::1")).isTrue();
        assertThat(shares.take("2001:db8:1:2::2")).isTrue();
        assertThat(shares.take("2001:db8:1:2::3")).isFalse();
        assertThat(shares.room("2001:db8:1:2::4")).isEqualTo(Room.NONE_FOR_THIS_NETWORK);

        assertThat(shares.take("192.0.2.1")).isTrue();
        assertThat(shares.take("192.0.2.1")).isTrue();
        assertThat(shares.take("192.0.2.1")).isFalse();
        assertThat(shares.take("192.0.2.2")).isTrue();
        assertThat(shares.room("192.0.2.3")).isEqualTo(Room.NONE_FOR_ANYBODY);
        assertThat(shares.taken()).isEqualTo(5);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        shares.take("192.0.2.1");
        shares.take("192.0.2.1");

        shares.giveBack("192.0.2.1");

        assertThat(shares.taken()).isEqualTo(1);
        assertThat(shares.take("192.0.2.1")).isTrue();
        assertThat(shares.take("192.0.2.1")).isFalse();
    }

    @Test
    void whoIsThereAlreadyIsCountedOverTheShareTooAndNobodyTwice() {
        shares.add("192.0.2.1");
        shares.add("192.0.2.1");
        shares.add("192.0.2.1");
        shares.giveBack("192.0.2.1");
        assertThat(shares.room("192.0.2.1")).isEqualTo(Room.NONE_FOR_THIS_NETWORK);

        shares.giveBack("192.0.2.1");
        shares.giveBack("192.0.2.1");
        shares.giveBack("192.0.2.1"); // once too often
        assertThat(shares.taken()).isZero();
        assertThat(shares.room("192.0.2.1")).isEqualTo(Room.THERE_IS);
    }
}
