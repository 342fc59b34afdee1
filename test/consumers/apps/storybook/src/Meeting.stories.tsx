import type { Meta, StoryObj } from '@storybook/react-vite';
import { Meeting } from './Meeting.tsx';

const meta = { title: 'Meeting', component: Meeting } satisfies Meta<typeof Meeting>;
export default meta;

export const InARoom: StoryObj<typeof meta> = { args: { room: 'https://acme.whereby.com/storybook' } };
