package dev.mstv.platform.grpc;

import io.grpc.BindableService;

/**
 * A module's public service over gRPC. Its unary calls are served on threads that may block, with the call of the client
 * bound; what they throw becomes the status.
 */
public interface GrpcEdge extends BindableService {}
