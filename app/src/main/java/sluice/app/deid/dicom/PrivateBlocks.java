package sluice.app.deid.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The private blocks (PS3.5 section 7.8.1) of one level, and what of them stays. */
final class PrivateBlocks {

    /** One block. */
    static final class Block {
        private final int creatorTag;
        private final String creator;
        private final Object value;
        private final Set<Integer> kept = new TreeSet<>();

        private Block(int creatorTag, String creator, Object value) {
            this.creatorTag = creatorTag;
            this.creator = creator;
            this.value = value;
        }

        int creatorTag() {
            return creatorTag;
        }

        int group() {
            return creatorTag >>> 16;
        }

        String creator() {
            return creator;
        }

        Object value() {
            return value;
        }

        /** Last two digits of the elements that stayed. */
        Set<Integer> kept() {
            return kept;
        }
    }

    private final List<Block> blocks = new ArrayList<>(0);

    /** True for (gggg,0010-00FF), where a block gets its creator. */
    static boolean isCreator(int tag) {
        int element = tag & 0xffff;
        return element >= 0x10 && element <= 0xff;
    }

    void add(int creatorTag, String creator, Object value) {
        blocks.add(new Block(creatorTag, creator, value));
    }

    /** The block of a private data element, or null if nobody reserved it. */
    Block of(int tag) {
        for (Block block : blocks) {
            if (block.creatorTag == (tag & 0xffff_0000 | tag >>> 8 & 0xff)) {
                return block;
            }
        }
        return null;
    }

    List<Block> all() {
        return blocks;
    }
}
