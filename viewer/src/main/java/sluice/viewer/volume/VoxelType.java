package sluice.viewer.volume;

/** What the stored values of a volume are. */
public enum VoxelType {
    U8, I8, U16, I16, U32, I32, F32, F64, RGB
}
