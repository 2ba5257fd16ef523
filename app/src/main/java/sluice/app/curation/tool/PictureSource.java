package sluice.app.curation.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sluice.app.curation.CurationException;
import sluice.app.intake.FileWalk;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DisplayHeader;
import sluice.viewer.dicom.PaletteColours;
import sluice.viewer.nifti.NiftiSniffer;
import sluice.viewer.render.Frame;
import sluice.viewer.render.Frames;
import sluice.viewer.render.KeptVoxels;
import sluice.viewer.render.VolumeVoxels;
import sluice.viewer.render.Voxels;
import sluice.viewer.volume.FrameRef;
import sluice.viewer.volume.FramedVolume;
import sluice.viewer.volume.NiftiVolume;
import sluice.viewer.volume.SeriesReader;
import sluice.viewer.volume.Volume;

/** Finds what there is to see at a path. */
final class PictureSource {
    private final Codecs codecs;
    private final DicomReader reader = new DicomReader();

    PictureSource(Codecs codecs) {
        this.codecs = codecs;
    }

    /**
     * A volume and what its data set says about showing it.
     *
     * @param header of one of its frames; empty of NIfTI
     */
    record Shown(Voxels voxels, Optional<DisplayHeader> header) {}

    /** One frame of a file. */
    record Single(Frame frame, DisplayHeader header, int bitsStored, int number, int of) {}

    /** Whether the path is a DICOM file, and not a folder or NIfTI. */
    boolean isDicomFile(Path path) throws IOException {
        return Files.isRegularFile(path) && new NiftiSniffer().sniff(path) == NiftiSniffer.Kind.NONE;
    }

    /**
     * A frame of a DICOM file.
     *
     * @param number from 1; empty for the one in the middle
     */
    Single frame(Path path, Optional<Integer> number) throws CurationException, IOException {
        DicomFile file = reader.read(path);
        if (file.pixels().isEmpty()) {
            throw new CurationException.Unknown("the file has no pixel data");
        }
        EncodedImage image = EncodedImage.of(file);
        FrameDecoder decoder = new FrameDecoder(image, codecs);
        int wanted = chosen(number, decoder.frames());
        Frame frame = Frames.of(decoder.frame(wanted - 1), image.format(), image.floating(), PaletteColours.of(file));
        return new Single(frame, DisplayHeader.of(file, wanted - 1), image.format().bitsStored(), wanted, decoder.frames());
    }

    /** The place in a sequence that counts from 1: the one that was asked for, else the middle. */
    static int chosen(Optional<Integer> number, int count) throws CurationException {
        int wanted = number.orElse((count + 1) / 2);
        if (wanted < 1 || wanted > count) {
            throw new CurationException.Unknown("slices count from 1 to " + count);
        }
        return wanted;
    }

    /** The largest volume of a NIfTI file, a DICOM file or a folder; of several times the first. */
    Shown volume(Path path) throws CurationException, IOException {
        if (Files.isRegularFile(path) && !isDicomFile(path)) {
            return new Shown(new KeptVoxels(new VolumeVoxels(NiftiVolume.open(path), 0, Optional.empty(), "")), Optional.empty());
        }
        List<Path> files = new ArrayList<>();
        new FileWalk(List.of(path)).forEachRemaining(found -> {
            if (found instanceof FileWalk.Found.File file) {
                files.add(file.path());
            }
        });
        Volume volume = new SeriesReader(reader, codecs).read(files, read -> { }).volumes().stream()
                .max(Comparator.comparingLong(v -> v.grid().voxels()))
                .orElseThrow(() -> new CurationException.Unknown("there is no volume: no frames with a place in the patient"));
        Optional<DisplayHeader> header = header(volume);
        return new Shown(new KeptVoxels(new VolumeVoxels(volume, 0, header.flatMap(DisplayHeader::padding),
                header.map(h -> h.rescale().type()).orElse(""))), header);
    }

    private Optional<DisplayHeader> header(Volume volume) throws IOException {
        if (volume instanceof FramedVolume framed) {
            // the middle has more to show than an end, where each frame has its own window
            FrameRef frame = framed.stack().frame(framed.stack().places() / 2, 0).orElseGet(framed.stack()::first);
            return Optional.of(DisplayHeader.of(reader.read(frame.file()), frame.index()));
        }
        return Optional.empty();
    }
}
