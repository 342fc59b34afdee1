import type { ReactNode } from 'react';
import { MeetingProvider, RoomsProvider } from 'react-whereby-embed';

interface SignedInProps {
  readonly user: { readonly id: string; readonly token: string };
  readonly children: ReactNode;
}

export const SignedIn = ({ user, children }: SignedInProps) => (
  <RoomsProvider key={user.id} headers={{ authorization: `Bearer ${user.token}` }}>
    <MeetingProvider persist>{children}</MeetingProvider>
  </RoomsProvider>
);
