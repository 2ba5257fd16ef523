package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Comments go, everything else stays byte by byte. */
class CodestreamCommentsTest {
    private static final byte[] NAME = "MUSTERFRAU^ERIKA".getBytes(StandardCharsets.US_ASCII);

    @Test
    void jpegLosesCommentsAndApplicationDataInAllPlaces() throws CodecException {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom r = new SplittableRandom(seed);
            byte[] frame = DctImages.random(r).frame();
            assertSame(frame, CodestreamComments.removed(frame));
            ByteArrayOutputStream planted = new ByteArrayOutputStream();
            planted.write(frame, 0, 2);
            JpegSegments in = new JpegSegments(frame);
            int from = 2;
            while (in.next()) {
                if (r.nextBoolean()) {
                    planted.writeBytes(JpegApplicationData.segment(r.nextBoolean() ? 0xFE : 0xE1 + r.nextInt(13), NAME));
                }
                if (in.marker() == 0xDA) {
                    in.skipEntropyCoded();
                }
                planted.write(frame, from, in.position() - from);
                from = in.position();
            }
            planted.writeBytes(JpegApplicationData.segment(0xFE, NAME));
            planted.write(frame, from, frame.length - from);
            if (r.nextBoolean()) {
                planted.writeBytes(NAME);
            }
            assertArrayEquals(frame, CodestreamComments.removed(planted.toByteArray()), "seed " + seed);
        }
    }

    @Test
    void theNameOfAKnownCoderStaysAndNothingBesideIt() throws CodecException {
        byte[] frame = DctImages.random(new SplittableRandom(2), 1, 8, 20, 20).frame();
        for (String coder : new String[] {"Kakadu-v7.3.3", "Created by GDCM/OpenJPEG version 2.4.0", "OpenJPH Ver 0.6.3.",
            "Creator: JasPer Version 1.701.0", "LEAD Technologies Inc. V1.01\0"}) {
            byte[] named = second(frame, JpegApplicationData.segment(0xFE, coder.getBytes(StandardCharsets.US_ASCII)));
            assertSame(named, CodestreamComments.removed(named), coder);
            for (String more : new String[] {coder + " MUSTERFRAU", "for MUSTERFRAU " + coder, coder + "19700101"}) {
                byte[] telling = second(frame, JpegApplicationData.segment(0xFE, more.getBytes(StandardCharsets.US_ASCII)));
                assertArrayEquals(frame, CodestreamComments.removed(telling), more);
            }
        }
    }

    @Test
    void oneByteThatFillsUpStays() throws CodecException {
        byte[] frame = DctImages.random(new SplittableRandom(1)).frame();
        byte[] padded = Arrays.copyOf(frame, frame.length + 1);
        assertSame(padded, CodestreamComments.removed(padded));
    }

    @Test
    void aSecondCodestreamBehindTheFirstIsRefused() throws CodecException {
        byte[] frame = DctImages.random(new SplittableRandom(1)).frame();
        byte[] two = Arrays.copyOf(frame, frame.length * 2);
        System.arraycopy(frame, 0, two, frame.length, frame.length);
        assertEquals(CodecException.Reason.MISMATCH,
                assertThrows(CodecException.class, () -> CodestreamComments.removed(two)).reason());
    }

    @Test
    void theThumbnailGoesAndTheHeaderStays() throws CodecException {
        byte[] jfif = Arrays.copyOf("JFIF\0\1\2\0\0\1\0\1".getBytes(StandardCharsets.US_ASCII), 14);
        byte[] withThumbnail = Arrays.copyOf(jfif, 14 + 12);
        withThumbnail[12] = 2;
        withThumbnail[13] = 2;
        byte[] frame = DctImages.random(new SplittableRandom(2), 1, 8, 20, 20).frame();
        assertArrayEquals(second(frame, JpegApplicationData.segment(0xE0, jfif)),
                CodestreamComments.removed(second(frame, JpegApplicationData.segment(0xE0, withThumbnail))));
    }

    private static byte[] second(byte[] frame, byte[] segment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(frame, 0, 2);
        out.writeBytes(segment);
        out.write(frame, 2, frame.length - 2);
        return out.toByteArray();
    }

    @Test
    void theColourTransformOfAJpegLsCoderStays() throws CodecException {
        byte[] lossless = {-1, (byte) 0xD8, -1, (byte) 0xE8, 0, 7, 'm', 'r', 'f', 'x', 1, -1, (byte) 0xF7, 0, 11, 8, 0, 1, 0, 1, 1, 1,
            0x11, 0, -1, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, 3, -1, 0x7f, 5, -1, (byte) 0xD9};
        assertSame(lossless, CodestreamComments.removed(lossless));
        byte[] dct = lossless.clone();
        dct[12] = (byte) 0xC0;
        assertEquals(lossless.length - 9, CodestreamComments.removed(dct).length);
    }

    @Test
    void jpeg2000LosesCommentsAndLengthsAreSetRight() throws CodecException {
        byte[] plain = jpeg2000(false, true);
        assertSame(plain, CodestreamComments.removed(plain));
        assertArrayEquals(plain, CodestreamComments.removed(jpeg2000(true, true)));
        byte[] open = jpeg2000(false, false);
        assertSame(open, CodestreamComments.removed(open));
        assertArrayEquals(open, CodestreamComments.removed(jpeg2000(true, false)));
    }

    /** With CAP and TLM in the header, as the RPCL options have it, and a comment in front of the tile and in it. */
    @Test
    void highThroughputJpeg2000LosesComments() throws CodecException {
        LosslessImages.Made made = LosslessImages.of(new SplittableRandom(4), 70, 80, 1, 2, 12, false, "smooth");
        byte[] plain = J2kEncoder.highThroughputByResolution().encode(made.raster(), made.format());
        assertSame(plain, CodestreamComments.removed(plain));
        int tile = 2;
        while ((plain[tile + 1] & 0xff) != 0x90) {
            tile += 2 + (plain[tile + 2] << 8 | plain[tile + 3]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, tile);
        comment(out, true);
        int moved = out.size() - tile;
        out.write(plain, tile, 12);
        comment(out, true);
        out.write(plain, tile + 12, plain.length - tile - 12);
        byte[] told = out.toByteArray();
        for (int length : new int[] {tile - 4, tile + moved + 6}) {
            ByteBuffer.wrap(told).putInt(length, ByteBuffer.wrap(told).getInt(length) + moved);
        }
        assertArrayEquals(made.raster().bytes(), new J2kDecoder().decode(told, made.format()).bytes());
        assertArrayEquals(plain, CodestreamComments.removed(told));
    }

    @Test
    void boxesThatHoldNoPictureGo() throws CodecException {
        byte[] plain = boxes(jpeg2000(false, true), false);
        assertSame(plain, CodestreamComments.removed(plain));
        assertArrayEquals(plain, CodestreamComments.removed(boxes(jpeg2000(true, true), true)));
    }

    @Test
    void brokenJpeg2000IsRefused() throws CodecException {
        byte[] frame = jpeg2000(true, true);
        for (int cut = frame.length - 3; cut > 4; cut--) {
            byte[] part = Arrays.copyOf(frame, cut);
            boolean betweenTileParts = false;
            try {
                CodestreamComments.removed(part);
                betweenTileParts = true;
            } catch (CodecException e) {
                assertEquals(CodecException.Reason.CORRUPT, e.reason());
            }
            if (betweenTileParts) {
                assertEquals((byte) 0x55, part[cut - 1], "cut at " + cut);
            }
        }
    }

    @Test
    void damagedJpeg2000IsRefusedOrCleanedAndNothingElse() {
        int refused = 0;
        for (int seed = 0; seed < 30_000; seed++) {
            SplittableRandom r = new SplittableRandom(seed);
            byte[] whole = jpeg2000(r.nextBoolean(), r.nextBoolean());
            byte[] frame = r.nextBoolean() ? whole : boxes(whole, r.nextBoolean());
            for (int i = r.nextInt(3); i >= 0; i--) {
                frame[r.nextInt(frame.length)] = (byte) (r.nextBoolean() ? r.nextInt(256) : r.nextInt(8) - 1);
            }
            try {
                CodestreamComments.removed(frame);
            } catch (CodecException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertTrue(refused > 5_000, "refused " + refused);
    }

    /** Two tile-parts with data that only look like a codestream's; the second may leave its length open. */
    private static byte[] jpeg2000(boolean comments, boolean closed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] lengths = new int[2];
        byte[][] parts = new byte[2][];
        for (int i = 0; i < 2; i++) {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            comment(part, comments);
            part.writeBytes(new byte[] {-1, 0x58, 0, 4, 0, 9});
            comment(part, comments && i == 1);
            part.writeBytes(new byte[] {-1, (byte) 0x93, 1, 2, -1, 0x64, 0, 4, 0x55});
            parts[i] = part.toByteArray();
            lengths[i] = parts[i].length + 12;
        }
        out.writeBytes(new byte[] {-1, 0x4F, -1, 0x51, 0, 6, 1, 2, 3, 4});
        comment(out, comments);
        out.writeBytes(new byte[] {-1, 0x55, 0, 14, 0, 0x50, 0, 0, 0, 0, (byte) lengths[0], 1, 0, 0, 0, (byte) lengths[1]});
        for (int i = 0; i < 2; i++) {
            out.writeBytes(new byte[] {-1, (byte) 0x90, 0, 10, 0, (byte) i, 0, 0, 0,
                (byte) (closed || i == 0 ? lengths[i] : 0), 0, 1});
            out.writeBytes(parts[i]);
        }
        out.writeBytes(new byte[] {-1, (byte) 0xD9, 0});
        return out.toByteArray();
    }

    private static void comment(ByteArrayOutputStream out, boolean wanted) {
        if (wanted) {
            out.writeBytes(new byte[] {-1, 0x64, 0, (byte) (NAME.length + 4), 0, 1});
            out.writeBytes(NAME);
        }
    }

    private static byte[] boxes(byte[] codestream, boolean metadata) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        box(out, "jP  ", new byte[] {13, 10, (byte) 0x87, 10});
        box(out, "ftyp", "jp2 \0\0\0\0jp2 ".getBytes(StandardCharsets.US_ASCII));
        box(out, "jp2h", new byte[20]);
        if (metadata) {
            box(out, "xml ", NAME);
        }
        box(out, "jp2c", codestream);
        if (metadata) {
            box(out, "uuid", NAME);
        }
        return out.toByteArray();
    }

    private static void box(ByteArrayOutputStream out, String type, byte[] content) {
        int length = content.length + 8;
        out.writeBytes(new byte[] {0, 0, (byte) (length >> 8), (byte) length});
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
    }
}
