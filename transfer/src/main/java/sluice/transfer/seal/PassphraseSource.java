package sluice.transfer.seal;

import java.util.Optional;

/** Asked for a passphrase only when a key file is locked. */
@FunctionalInterface
public interface PassphraseSource {

    /** There is no passphrase. */
    PassphraseSource NONE = Optional::empty;

    /** A fresh array, which whoever asked wipes after use; empty when nobody can give one. */
    Optional<char[]> ask();
}
